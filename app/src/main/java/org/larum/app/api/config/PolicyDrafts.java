package org.larum.app.api.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.larum.app.problem.Problems.Mistake;
import org.larum.domain.directory.Definition.Policy;

/** Policies in the shape of the file: those in use, and one that somebody is writing. Blocking. */
public final class PolicyDrafts {

    /** Where there is no word yet the rest is read all the same. */
    private static final String UNNAMED = "draft";

    private final ConfigDesk desk;

    public PolicyDrafts(ConfigDesk desk) {
        this.desk = desk;
    }

    /** {@code policy}: as it would be saved; null while what is written cannot be read. */
    public record Read(@Nullable Policy policy, List<Mistake> mistakes) {}

    /** By word. */
    public Map<String, Map<String, Object>> inUse() {
        return desk.inUse(Section.POLICIES);
    }

    /**
     * Finds what applying it would find.
     *
     * @param isNew there must be none of this word yet: to save it would change another one
     */
    public Read read(String word, Map<String, Object> policy, boolean isNew) {
        var mistakes = new ArrayList<Mistake>();
        boolean isNamed = Words.isWord(word);
        if (!isNamed) {
            mistakes.add(new Mistake(
                    Section.POLICIES.path(),
                    word.isEmpty()
                            ? "The policy has no word yet. Write one by which services name it, such as payments."
                            : Words.flaw(word)));
        } else if (isNew && inUse().containsKey(word)) {
            mistakes.add(new Mistake(
                    Section.POLICIES.path(),
                    "There is a policy " + Suggestion.shown(word) + " already. Write another word, or open that one."));
        }
        try {
            return new Read(desk.policy(isNamed ? word : UNNAMED, policy), mistakes);
        } catch (ConfigMistakes e) {
            mistakes.addAll(e.mistakes());
            return new Read(null, mistakes);
        }
    }
}
