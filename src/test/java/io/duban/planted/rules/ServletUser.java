package io.duban.planted.rules;

/** Planted. */
class ServletUser {
    jakarta.servlet.Filter filter;
}
