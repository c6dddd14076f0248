using System;
using Consumers;
using Consumers.Hostile;

Learning.Classify(new Either(1));
Learning.Classify(new Species(2) { Title = "plants" });
Learning.Fit(new Position(3));
Learning.Classify(new Tiny(4));
Learning.Fit(new Curve(5));
Learning.Fit(new Family<int>.Counter<string>(6));
Learning.Classify(new Surrounded(7));
Learning.Classify(new iris(8));
Console.WriteLine(Species.Summary);
