/** The door for foreign software: Open311 GeoReport v2 with the extension of FixMyStreet, beside the contract and in front of the same workflow. */
@NullMarked
package io.duban.hotline.open311;

import org.jspecify.annotations.NullMarked;
