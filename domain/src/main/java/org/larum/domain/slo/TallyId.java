package org.larum.domain.slo;

import java.time.LocalDate;
import java.util.UUID;
import org.larum.domain.directory.SloId;
import org.larum.domain.shared.Identifier;
import org.larum.domain.shared.Ids;

/** Names what one source counted on one day of UTC: version 5 of all three, so that counting again replaces. */
public record TallyId(UUID value) implements Identifier {

    public static TallyId of(SloId slo, String source, LocalDate day) {
        return new TallyId(Ids.of("tally", slo, source, day));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
