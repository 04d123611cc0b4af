package io.duban.planted.rules;

import java.util.UUID;

/** Planted. */
class PlantedController {
    interface Papers extends org.springframework.data.repository.Repository<String, UUID> {}

    Papers papers;
}
