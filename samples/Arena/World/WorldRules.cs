namespace Mlp.Samples;

/// <summary>The numbers of the world: a length of 1 is a pixel where nothing is scaled, a time of 1 is a step.</summary>
internal static class WorldRules
{
    /// <summary>The steps of a second of game time.</summary>
    public const int StepsPerSecond = 60;

    /// <summary>The area that the world has for each creature.</summary>
    public const float AreaPerCreature = 3_000;

    /// <summary>Pieces of food for each creature.</summary>
    public const float FoodPerCreature = 0.5f;

    /// <summary>How many creatures there are for each predator.</summary>
    public const int CreaturesPerPredator = 40;

    /// <summary>How far creatures and predators see.</summary>
    public const float Sight = 120;

    /// <summary>How near food must be to be eaten.</summary>
    public const float Reach = 8;

    /// <summary>The speed of a rested creature at full effort.</summary>
    public const float CreatureSpeed = 1.6f;

    /// <summary>Which part of its speed a creature loses when it is worn out.</summary>
    public const float WornOut = 0.55f;

    /// <summary>The tangent of half the angle that a creature turns in a step at most.</summary>
    public const float CreatureTurn = 0.06f;

    /// <summary>What a step adds to fatigue at full effort; a smaller effort tires by its square.</summary>
    public const float Tiring = 1f / 240;

    /// <summary>What a step takes off fatigue.</summary>
    public const float Recovery = 1f / 480;

    /// <summary>The energy that a creature begins with.</summary>
    public const float EnergyAtBirth = 0.8f;

    /// <summary>What life costs of energy.</summary>
    public const float LivingCost = 1f / 1_500;

    /// <summary>What full effort costs on top; a smaller effort costs its square.</summary>
    public const float MovingCost = 1f / 900;

    /// <summary>What a piece of food gives.</summary>
    public const float FoodEnergy = 0.35f;

    /// <summary>The speed of a predator: more than that of a tired creature, less than that of a rested one.</summary>
    public const float PredatorSpeed = 1.3f;

    /// <summary>The tangent of half the angle that a predator turns in a step at most.</summary>
    public const float PredatorTurn = 0.025f;

    /// <summary>How near a creature must be to be caught.</summary>
    public const float Catch = 10;

    /// <summary>The steps that a predator rests after a meal.</summary>
    public const int Digestion = 150;
}
