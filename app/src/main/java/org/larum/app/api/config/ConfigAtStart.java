package org.larum.app.api.config;

import java.nio.file.Path;

/** Stub. */
public final class ConfigAtStart {
    public void apply(Path file) {}
}
