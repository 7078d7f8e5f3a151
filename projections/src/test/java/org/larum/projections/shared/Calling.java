package org.larum.projections.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls everything by its kind, so that a test sees which name was asked for. */
public final class Calling implements Names {

    @Override
    public Named service(UUID id) {
        return named(id, "the service");
    }

    @Override
    public @Nullable String runbook(UUID service) {
        return null;
    }

    @Override
    public Named team(UUID id) {
        return named(id, "the team");
    }

    @Override
    public Named person(UUID id) {
        return named(id, "the person");
    }

    @Override
    public Named integration(UUID id) {
        return named(id, "the integration");
    }

    @Override
    public Named channel(UUID id) {
        return named(id, "the channel");
    }

    private static Named named(UUID id, String name) {
        return new Named(id, name.replace(' ', '-'), name);
    }
}
