using System;

namespace Mlp.Training;

/// <summary>The columns of a row that a scaler is fitted on: its features or its targets.</summary>
/// <param name="data">The dataset.</param>
/// <param name="row">The row.</param>
internal delegate ReadOnlySpan<float> DatasetRow(Dataset data, int row);
