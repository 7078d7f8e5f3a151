package org.larum.app.api.simulation;

import java.util.List;
import java.util.stream.Stream;
import org.larum.app.api.config.OrganisationFile;
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;

/** The organisation that is asked about: that of a file, or the one in use. */
record House(List<Definition> definitions, Directory organisation) {

    /** Fails with every mistake of the file. */
    static House of(String yaml) {
        var file = OrganisationFile.read(yaml);
        return new House(file.definitions(), file.organisation());
    }

    /** As it is now. Blocking. */
    static House of(RuleBook rules) {
        rules.catchUp();
        return new House(rules.inUse().map(RuleBook.Version::definition).toList(), rules.now());
    }

    <D extends Definition> Stream<D> all(Class<D> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast);
    }

    List<String> words(Class<? extends Definition> kind) {
        return all(kind).map(Definition::word).sorted().toList();
    }
}
