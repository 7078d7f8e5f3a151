package org.larum.app.postmortem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** People by their words: what is written into an event holds no name, or nobody could be erased any more. */
public record ByWord(Names names) implements Names {

    @Override
    public Named person(UUID id) {
        var person = names.person(id);
        return new Named(id, person.word(), person.word());
    }

    @Override
    public Named service(UUID id) {
        return names.service(id);
    }

    @Override
    public @Nullable String runbook(UUID service) {
        return names.runbook(service);
    }

    @Override
    public Named team(UUID id) {
        return names.team(id);
    }

    @Override
    public Named integration(UUID id) {
        return names.integration(id);
    }

    @Override
    public Named channel(UUID id) {
        return names.channel(id);
    }
}
