// Constructs networks of many shapes and calls every member, so that the just-in-time compiler sees all of them.

using System;
using Mlp.JitProbe;

Probe.Classifier(new Small());
Probe.Classifier(new Digits(1));
Probe.Classifier(new Images(2));
Probe.Classifier(new WideImages(3));
Probe.Network(new Controller(4));
Probe.Classifier(new Bulge(5));
Probe.Network(new Tower(6));
Probe.Classifier(new Lenet(7));
Probe.Population<Swarm>();
Probe.Population<Herd>();
Probe.Population<Trio>();
Probe.Population<Flock>();
Control.RunTooLong();
Console.WriteLine("every member called");
