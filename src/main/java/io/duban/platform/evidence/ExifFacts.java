package io.duban.platform.evidence;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** What the EXIF block says, as far as it can be read: a broken block costs its facts, never the photo. */
final class ExifFacts {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Metadata metadata = new Metadata();
    private boolean readable = true;

    void take(Metadata read) {
        metadata = read;
        for (var directory : read.getDirectories()) {
            boolean exif = directory instanceof ExifDirectoryBase
                    || directory instanceof GpsDirectory
                    || directory instanceof ErrorDirectory;
            readable &= !(exif && directory.hasErrors());
        }
    }

    /** @param tiff the block as it stands in a PNG or HEIF; null when there is none */
    void takeBlock(byte @Nullable [] tiff) {
        if (tiff == null) {
            return;
        }
        var read = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(tiff), read);
        } catch (RuntimeException broken) {
            takeBroken();
        }
        take(read);
        readable &= read.getDirectoryCount() > 0;
    }

    /** There is a block, and reading it failed altogether. */
    void takeBroken() {
        readable = false;
    }

    PhotoFacts facts(int width, int height) {
        return new PhotoFacts(width, height, orientation(), time(), gps(), cameraless(), readable);
    }

    private int orientation() {
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var value = main == null ? null : main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return value == null || value < 1 || value > 8 ? 1 : value;
    }

    // IFD0's DateTime is when a program last wrote the file, so it says nothing about the shutter.
    private @Nullable Instant time() {
        for (var directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            var taken =
                    time(directory, ExifDirectoryBase.TAG_DATETIME_ORIGINAL, ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
            if (taken == null) {
                taken = time(
                        directory, ExifDirectoryBase.TAG_DATETIME_DIGITIZED, ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED);
            }
            if (taken != null) {
                return taken;
            }
        }
        return null;
    }

    private static @Nullable Instant time(Directory directory, int timeTag, int zoneTag) {
        var time = directory.getString(timeTag);
        if (time == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(time.strip(), WRITTEN)
                    .atZone(zone(directory.getString(zoneTag)))
                    .toInstant();
        } catch (DateTimeException unset) {
            return null;
        }
    }

    private static ZoneId zone(@Nullable String offset) {
        try {
            return offset == null ? HERE : ZoneOffset.of(offset.strip());
        } catch (DateTimeException unset) {
            return HERE;
        }
    }

    private @Nullable GpsPoint gps() {
        var directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var point = directory == null ? null : directory.getGeoLocation();
        if (point == null || point.isZero()) {
            return null;
        }
        boolean onEarth = Math.abs(point.getLatitude()) <= 90 && Math.abs(point.getLongitude()) <= 180;
        return onEarth ? new GpsPoint(point.getLatitude(), point.getLongitude()) : null;
    }

    private boolean cameraless() {
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return main == null
                || !main.containsTag(ExifDirectoryBase.TAG_MAKE) && !main.containsTag(ExifDirectoryBase.TAG_MODEL);
    }
}
