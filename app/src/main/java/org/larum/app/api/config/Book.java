package org.larum.app.api.config;

import java.util.List;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;

/** Where the organisation in use is read. */
interface Book {

    void catchUp();

    List<Version> inUse();

    static Book of(RuleBook rules) {
        return new Book() {
            @Override
            public void catchUp() {
                rules.catchUp();
            }

            @Override
            public List<Version> inUse() {
                return rules.inUse().toList();
            }
        };
    }
}
