using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Layers;

/// <summary>The windows of layers as they go over planes.</summary>
internal static class PlaneWindows
{
    /// <summary>The window of a layer that has one.</summary>
    public static PlaneWindow Of(LayerModel layer)
    {
        WindowModel window = layer.Window!;
        int last = window.Kernel.Count - 1;
        return new PlaneWindow(last == 0 ? PlaneAxis.Whole(1) : Axis(0), Axis(last));

        PlaneAxis Axis(int axis)
        {
            int length = layer.Input.Extents[axis];
            return new(window.Kernel[axis], window.Strides[axis], window.Dilations[axis], window.PaddingBefore(axis, length), (int)window.Positions(axis, length), length);
        }
    }

    /// <summary>The window that sees a whole image.</summary>
    /// <param name="image">Length and channels, or height, width and channels.</param>
    public static PlaneWindow Whole(Shape image) =>
        new(PlaneAxis.Whole(image.Extents.Count == 2 ? 1 : image.Extents[0]), PlaneAxis.Whole(image.Extents[image.Extents.Count - 2]));
}
