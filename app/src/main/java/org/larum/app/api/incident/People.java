package org.larum.app.api.incident;

import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.PersonId;
import org.larum.domain.shared.Refusal;

/** The people who can have an incident. */
public final class People {

    private final RuleBook rules;

    public People(RuleBook rules) {
        this.rules = rules;
    }

    /** By word or id, of those who belong to the organisation now. */
    public PersonId find(@Nullable String text) {
        var word = text == null ? "" : text.strip();
        var id = Asking.uuid(word);
        var person = id == null ? PersonId.of(word) : new PersonId(id);
        if (rules.now().person(person).isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "no_such_person",
                    "Nobody in the organisation is called \"" + word
                            + "\". Nothing was changed. Write a word or an id of /api/people.");
        }
        return person;
    }
}
