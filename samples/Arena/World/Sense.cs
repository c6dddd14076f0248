namespace Mlp.Samples;

/// <summary>
/// The inputs of a brain. A direction is that of the nearest one in sight, as a unit vector seen from the creature; nearness is 1 at the creature
/// and 0 at the end of its sight. All three are 0 where none is in sight.
/// </summary>
internal enum Sense
{
    /// <summary>1 where the nearest food is straight ahead, −1 behind.</summary>
    FoodAhead,

    /// <summary>1 where the nearest food is straight to the right, −1 to the left.</summary>
    FoodRight,

    /// <summary>How near it is.</summary>
    FoodNearness,

    /// <summary>1 where the nearest predator is straight ahead, −1 behind.</summary>
    PredatorAhead,

    /// <summary>1 where the nearest predator is straight to the right, −1 to the left.</summary>
    PredatorRight,

    /// <summary>How near it is.</summary>
    PredatorNearness,

    /// <summary>0 is dead of hunger, 1 is full.</summary>
    Energy,

    /// <summary>0 is rested, 1 is worn out.</summary>
    Fatigue,

    /// <summary>0 stands still, 1 is the speed of a rested creature at full effort.</summary>
    Speed,
}
