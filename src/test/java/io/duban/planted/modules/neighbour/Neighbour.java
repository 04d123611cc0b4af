package io.duban.planted.modules.neighbour;

/** Planted. */
public class Neighbour {}
