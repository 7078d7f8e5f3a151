package org.larum.app.api.schedule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it was written. {@code file}: what describes it, so that nothing can be changed here; null when it may. {@code yaml}: the
 * same as a part of a file. {@code definition}: in the shape of the file.
 */
public record ScheduleDefinitionView(
        String word, int version, @Nullable String file, String yaml, Map<String, Object> definition) {}
