package org.larum.app.api.person;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.security.Accounts;
import org.larum.domain.directory.Definition.Person;

/** A person as shown to colleagues. {@code account}: "none", "invited" or "active". */
public record PersonView(
        UUID id,
        String word,
        String name,
        @Nullable String email,
        String timeZone,
        boolean administrator,
        String account) {

    public static PersonView of(Person person, Accounts accounts, Set<UUID> active, Set<UUID> invited) {
        var id = person.id().value();
        return new PersonView(
                id,
                person.word(),
                accounts.name(person),
                accounts.email(person),
                person.timeZone(),
                accounts.isAdministrator(person),
                active.contains(id) ? "active" : invited.contains(id) ? "invited" : "none");
    }
}
