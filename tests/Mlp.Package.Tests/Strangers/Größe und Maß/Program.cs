using Größe_und_Maß;

Größennetz netz = new();
netz.SetParameters([2, 1]);
float[] maß = new float[1];
netz.Forward([3], maß);
Console.WriteLine(maß[0]);
