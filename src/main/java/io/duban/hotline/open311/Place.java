package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where it is: a point of WGS 84, an address, or the id of one; at least one of them, as the standard demands. */
record Place(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        @Nullable String addressId) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,20})?");

    /** @throws Refusal {@code E_GEN_VALIDATION} when there is no place, or a point is none on earth */
    static Place of(Parameters said) {
        var latitude = number(said, "lat", 90);
        var longitude = number(said, "long", 180);
        if ((latitude == null) != (longitude == null)) {
            throw Refusal.invalid("lat", "lat 和 long 须同时提供。", "lat and long go together.");
        }
        var place = new Place(latitude, longitude, said.text("address_string", 200), said.text("address_id", 100));
        if (latitude == null && place.address == null && place.addressId == null) {
            throw Refusal.invalid(
                    "lat",
                    "须提供地点:lat 和 long、address_string 或 address_id。",
                    "A location is required: lat and long, address_string, or address_id.");
        }
        return place;
    }

    /** The address as our own people read it. */
    @Nullable
    String words() {
        return Optional.ofNullable(address).orElse(addressId == null ? null : "地址编号 " + addressId);
    }

    private static @Nullable Double number(Parameters said, String name, int most) {
        var text = said.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches() || Math.abs(Double.parseDouble(text)) > most) {
            throw Refusal.invalid(
                    name,
                    "%s 须为 -%d 至 %d 之间的数。".formatted(name, most, most),
                    "%s takes a number between -%d and %d.".formatted(name, most, most));
        }
        return Double.valueOf(text);
    }
}
