package org.larum.app.api.dashboard;

import java.util.Map;
import java.util.UUID;
import org.larum.projections.shared.Named;
import org.larum.projections.shared.Names;

/** Everything goes by its word, and what has none by its id. */
final class CallingByWord implements Names {

    private final Map<UUID, String> words;

    CallingByWord() {
        this.words = Map.of();
    }

    CallingByWord(UUID one, String word, UUID other, String otherWord) {
        this.words = Map.of(one, word, other, otherWord);
    }

    @Override
    public Named service(UUID id) {
        return named(id);
    }

    @Override
    public Named team(UUID id) {
        return named(id);
    }

    @Override
    public Named person(UUID id) {
        return named(id);
    }

    @Override
    public Named integration(UUID id) {
        return named(id);
    }

    @Override
    public Named channel(UUID id) {
        return named(id);
    }

    @Override
    public String runbook(UUID service) {
        return "";
    }

    private Named named(UUID id) {
        var word = words.getOrDefault(id, id.toString());
        return new Named(id, word, word);
    }
}
