/** What runs in the process apart: reads strangers' files, knows neither database nor network, and may be killed at any moment. */
@NullMarked
package io.duban.platform.pages.worker;

import org.jspecify.annotations.NullMarked;
