using System;
using System.Globalization;

namespace Mlp.Plots.Tests;

/// <summary>Runs code where numbers are written with a comma and another minus.</summary>
internal static class UnderCulture
{
    internal static T Hostile<T>(Func<T> code)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo hostile = (CultureInfo)CultureInfo.GetCultureInfo("cs-CZ").Clone();
        hostile.NumberFormat.NegativeSign = "−";
        hostile.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = hostile;
        try
        {
            return code();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
