// "first 4-16-3": milliseconds of construction and first Forward in this process. "one 4-16-3": nanoseconds of a sample.

using System;
using System.Globalization;
using Mlp.FirstCall;

double? time = args switch
{
    ["first", "none"] => Clock.Once(static () => { }),
    ["first", "4-16-3"] => Clock.Once(static () => new Net4x16x3().Forward(new float[4], new float[3])),
    ["first", "8-32-32-4"] => Clock.Once(static () => new Net8x32x32x4().Forward(new float[8], new float[4])),
    ["first", "784-128-10"] => Clock.Once(static () => new Net784x128x10().Forward(new float[784], new float[10])),
    ["one", "4-16-3"] => Small(),
    ["one", "8-32-32-4"] => Controller(),
    ["one", "784-128-10"] => Images(),
    _ => null,
};
if (time is null)
{
    Console.Error.WriteLine("usage: first | one, and 4-16-3 | 8-32-32-4 | 784-128-10");
    return 1;
}

Console.Out.WriteLine(time.Value.ToString(CultureInfo.InvariantCulture));
return 0;

// Each is a method of its own: what times a first call must not load the others.
static double Small()
{
    var network = new Net4x16x3();
    return Clock.OneSample(4, 3, (inputs, outputs) => OneByOne.Run(network, inputs, outputs));
}

static double Controller()
{
    var network = new Net8x32x32x4();
    return Clock.OneSample(8, 4, (inputs, outputs) => OneByOne.Run(network, inputs, outputs));
}

static double Images()
{
    var network = new Net784x128x10();
    return Clock.OneSample(784, 10, (inputs, outputs) => OneByOne.Run(network, inputs, outputs));
}
