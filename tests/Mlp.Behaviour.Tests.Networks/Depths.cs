// One to twenty layers of weights; eight wide, and of changing width.
namespace Mlp.Behaviour.Tests.Networks;

// Tanh, eight wide.
[Mlp(8, 8, Output = Activation.Identity)] public sealed partial class Depth01_Tanh_Identity;
[Mlp(8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth02_Tanh_Identity;
[Mlp(8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth03_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth04_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth05_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth06_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth07_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth08_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth09_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth10_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth11_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth12_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth13_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth14_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth15_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth16_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth17_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth18_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth19_Tanh_Identity;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth20_Tanh_Identity;

// ReLU with a softmax, of changing width.
[Mlp(4, 5, 9, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class Depth03_ReLU_Softmax;
[Mlp(4, 5, 9, 16, 3, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class Depth05_ReLU_Softmax;
[Mlp(4, 5, 9, 16, 3, 7, 4, 5, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class Depth08_ReLU_Softmax;
[Mlp(4, 5, 9, 16, 3, 7, 4, 5, 9, 16, 3, 7, 4, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class Depth13_ReLU_Softmax;
[Mlp(4, 5, 9, 16, 3, 7, 4, 5, 9, 16, 3, 7, 4, 5, 9, 16, 3, 7, 4, 5, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)] public sealed partial class Depth20_ReLU_Softmax;

// Narrow as can be.
[Mlp(1, 1, Output = Activation.Identity)] public sealed partial class Depth01_OneWide;
[Mlp(1, 1, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth02_OneWide;
[Mlp(1, 1, 1, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth03_OneWide;
[Mlp(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth10_OneWide;
[Mlp(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, Hidden = Activation.Tanh, Output = Activation.Identity)] public sealed partial class Depth20_OneWide;
