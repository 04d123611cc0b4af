/** The live stream over lines as they are: proxies, sleeping phones, forgetful routers, TLS, HTTP/2, and clients that nobody here wrote. */
@NullMarked
package io.duban.networks;

import org.jspecify.annotations.NullMarked;
