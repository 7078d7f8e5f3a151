package org.larum.app.api.config;

import java.util.List;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.PersonId;

/** A file as the organisation that it describes, for whoever only thinks it through: nothing is applied, sealed or kept. */
public record OrganisationFile(List<Definition> definitions) {

    private static final String ORIGIN = "file";

    /** What is compared stays in memory, so it needs no key. */
    private static final Prints PLAIN = new Prints() {
        @Override
        public String person(PersonId person, String plain) {
            return plain;
        }

        @Override
        public String key(String plain) {
            return plain;
        }

        @Override
        public String secret(String plain) {
            return plain;
        }
    };

    /** Throws {@link ConfigMistakes} with every mistake that applying it would find in an empty house. */
    public static OrganisationFile read(String yaml) {
        var definitions = Definitions.of(ConfigReader.read(yaml, Known.NOTHING), PLAIN);
        Consistency.check(definitions, ConfigDiff.changes(definitions, List.of(), ORIGIN));
        return new OrganisationFile(definitions);
    }

    public Directory organisation() {
        return RuleBook.thoughtUp(definitions);
    }
}
