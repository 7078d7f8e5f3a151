package org.larum.app.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.larum.app.alert.IdentityTable.Identity;
import org.larum.app.alert.Request.Part;
import org.larum.app.bus.Wishes;
import org.larum.app.intake.Detection;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.domain.directory.Directory;
import org.larum.domain.shared.Ids;

/** What one detection asks for where nothing was detected before. */
public final class FirstSight {

    private FirstSight() {}

    public static Wishes of(
            Sender sender, RawRequest raw, Detection detection, Instant at, Directory organisation, Ids ids) {
        var request = new Request(sender, raw, List.of(detection), at, ids.next(), null);
        var part = new Part(request, List.of(0));
        var rows = new java.util.HashMap<UUID, Identity>();
        Map<UUID, DedupKey> keys = Fold.keys(List.of(part));
        keys.forEach((id, key) -> rows.put(id, Identity.fresh(id, key)));
        var fold = new Fold(rows, organisation, ids);
        fold.take(part);
        return fold.wishes();
    }
}
