package io.duban.planted.modules.sideways;

import io.duban.planted.modules.neighbour.Neighbour;

/** Planted. */
public class Sideways {
    public Neighbour neighbour = new Neighbour();
}
