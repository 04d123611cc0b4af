package io.duban.platform.evidence;

/** A HEIF photo of boxes only. */
final class HeifSample {

    private HeifSample() {}

    /** The boxes of a HEIF photo with an Exif item; its picture data is missing, since nothing here decodes it. */
    static byte[] of(String brand, int width, int height, byte[] tiff) {
        byte[] head = box("ftyp", Samples.written(out -> out.writeBytes(brand + "\0\0\0\0mif1heic")));
        byte[] sized = box("ispe", Samples.written(out -> {
            out.writeInt(0);
            out.writeInt(width);
            out.writeInt(height);
        }));
        byte[] items = box("iinf", Samples.written(out -> {
            out.writeInt(0);
            out.writeShort(1);
            out.write(box("infe", Samples.written(entry -> {
                entry.writeInt(0x02000000);
                entry.writeShort(7);
                entry.writeShort(0);
                entry.writeBytes("Exif\0");
            })));
        }));
        byte[] properties = box("iprp", box("ipco", sized));
        int metaLength = 8 + 4 + items.length + properties.length + 8 + 22;
        int exifAt = head.length + metaLength + 8;
        byte[] locations = box("iloc", Samples.written(out -> {
            out.writeInt(0);
            out.writeShort(0x4400);
            out.writeShort(1);
            out.writeShort(7);
            out.writeShort(0);
            out.writeShort(1);
            out.writeInt(exifAt);
            out.writeInt(4 + tiff.length);
        }));
        return Samples.written(out -> {
            out.write(head);
            out.write(box("meta", Samples.written(meta -> {
                meta.writeInt(0);
                meta.write(items);
                meta.write(locations);
                meta.write(properties);
            })));
            out.write(box("mdat", Samples.written(data -> {
                data.writeInt(0);
                data.write(tiff);
            })));
        });
    }

    private static byte[] box(String type, byte[] content) {
        return Samples.written(out -> {
            out.writeInt(8 + content.length);
            out.writeBytes(type);
            out.write(content);
        });
    }
}
