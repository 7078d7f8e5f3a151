package org.larum.app.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.larum.app.alert.IdentityTable.Counted;
import org.larum.app.alert.IdentityTable.Identity;
import org.larum.app.alert.RawTable.Raw;
import org.larum.app.alert.Request.Part;
import org.larum.app.bus.Wishes;
import org.larum.app.intake.Became;
import org.larum.app.intake.Became.What;
import org.larum.app.intake.Detection;
import org.larum.domain.alert.AlertCommand;
import org.larum.domain.alert.AlertCommand.AcknowledgeAlert;
import org.larum.domain.alert.AlertCommand.RaiseAlert;
import org.larum.domain.alert.AlertCommand.RepeatAlert;
import org.larum.domain.alert.AlertCommand.ResolveAlert;
import org.larum.domain.alert.AlertEvent.Source;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.Definition;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Place;

/**
 * Folds the detections of a batch into the rows of their keys: what is new, what repeats, what ends. Pure but for fresh ids; what
 * must be written is read off afterwards. A repeat that changes nothing is a count in a row and nothing else.
 */
final class Fold {

    private final Map<UUID, Identity> rows;
    private final Directory directory;
    private final Ids ids;
    private final Wishes wishes = new Wishes();
    private final List<UUID> raised = new ArrayList<>();
    private final Map<UUID, Raw> raws = new LinkedHashMap<>();
    private final List<Counted> counted = new ArrayList<>();

    Fold(Map<UUID, Identity> rows, Directory directory, Ids ids) {
        this.rows = rows;
        this.directory = directory;
        this.ids = ids;
    }

    /** The keys that the parts are about, by their identity. */
    static Map<UUID, DedupKey> keys(List<Part> parts) {
        var keys = new LinkedHashMap<UUID, DedupKey>();
        for (var part : parts) {
            for (int place : part.places()) {
                var key = key(part, place);
                keys.put(key.identity(), key);
            }
        }
        return keys;
    }

    private static DedupKey key(Part part, int place) {
        var request = part.request();
        return new DedupKey(
                request.sender.integration(), request.detections.get(place).key());
    }

    Wishes wishes() {
        return wishes;
    }

    /** Alerts that did not exist before. */
    List<UUID> raised() {
        return raised;
    }

    List<Raw> raws() {
        return List.copyOf(raws.values());
    }

    List<Counted> counted() {
        return counted;
    }

    void take(Part part) {
        for (int place : part.places()) {
            var row = Objects.requireNonNull(rows.get(key(part, place).identity()));
            var detection = part.request().detections.get(place);
            part.is(
                    place,
                    switch (detection.action()) {
                        case TRIGGER -> trigger(part, row, detection);
                        case ACKNOWLEDGE -> acknowledge(part, row);
                        case RESOLVE -> resolve(part, row);
                    });
        }
    }

    private Became trigger(Part part, Identity row, Detection detection) {
        return row.open && row.alert != null
                ? fold(part, row, new AlertId(row.alert), detection)
                : raise(part, row, detection);
    }

    private Became raise(Part part, Identity row, Detection detection) {
        if (row.alert != null && row.lastSeen != null) {
            counted.add(new Counted(row.alert, row.count, row.lastSeen));
        }
        var request = part.request();
        var sender = request.sender;
        row.earlier = Earlier.and(row.earlier, row.cycle == 0 ? null : row.firstSeen, request.at);
        row.isWatched = false;
        row.cycle++;
        var alert = AlertId.of(sender.integration(), detection.key(), row.cycle);
        row.alert = alert.value();
        row.open = true;
        row.count = 1;
        row.severity = detection.severity();
        row.firstSeen = request.at;
        see(row, detection, request.at);
        raised.add(alert.value());
        var about = detection.about();
        var named = about.service() == null ? null : ServiceId.of(about.service());
        boolean isMisnamed = named != null && directory.service(named).isEmpty();
        var service = named == null || isMisnamed ? sender.service() : named;
        var source = new Source(
                sender.integration(),
                detection.key(),
                row.cycle,
                request.rawId,
                keepDetails(detection, request.at),
                detection.occurredAt(),
                row.earlier.isEmpty() ? null : row.earlier);
        var team = directory.service(service).map(Definition.Service::team).orElse(null);
        wish(
                part,
                new RaiseAlert(
                        alert,
                        source,
                        new Place(service, team, about.component()),
                        detection.severity(),
                        detection.summary(),
                        about.labels(),
                        about.links(),
                        request.at));
        var why = isMisnamed
                ? "There is no service \"" + about.service() + "\"; it was filed under the service of the integration."
                : null;
        return new Became(What.RAISED, alert, 1, why);
    }

    private Became fold(Part part, Identity row, AlertId alert, Detection detection) {
        var at = part.request().at;
        row.count++;
        see(row, detection, at);
        boolean isWorse = detection.severity().isWorseThan(row.severity);
        boolean isMilestone = row.isWatched || isMilestone(row.count);
        if (isWorse || isMilestone) {
            row.severity = isWorse ? detection.severity() : row.severity;
            wish(part, new RepeatAlert(alert, detection.severity(), detection.summary(), row.count, isMilestone, at));
        }
        return new Became(What.FOLDED, alert, row.count, null);
    }

    private static void see(Identity row, Detection detection, Instant at) {
        row.lastSeen = at;
        row.endsAt = detection.endsAt();
        row.isTouched = true;
    }

    private Became acknowledge(Part part, Identity row) {
        if (!row.open || row.alert == null) {
            return nothingOpen();
        }
        var alert = new AlertId(row.alert);
        wish(part, new AcknowledgeAlert(alert, actor(part), part.request().at));
        return new Became(What.ACKNOWLEDGED, alert, row.count, null);
    }

    private Became resolve(Part part, Identity row) {
        if (!row.open || row.alert == null) {
            return nothingOpen();
        }
        var alert = new AlertId(row.alert);
        wish(part, new ResolveAlert(alert, actor(part), part.request().at));
        row.open = false;
        row.isTouched = true;
        return new Became(What.RESOLVED, alert, row.count, null);
    }

    private static Became nothingOpen() {
        return new Became(What.IGNORED, null, 0, "No alert is open for this key.");
    }

    private static Actor actor(Part part) {
        return Actor.integration(part.request().sender.integration());
    }

    private void wish(Part part, AlertCommand command) {
        var request = part.request();
        if (part.keepsRaw()) {
            raws.putIfAbsent(
                    request.rawId, new Raw(request.rawId, request.raw.dialect(), request.raw.body(), request.at));
        }
        wishes.add(Map.of("actor", request.sender.word(), "raw", request.rawId.toString()), command);
    }

    private @Nullable UUID keepDetails(Detection detection, Instant at) {
        var details = detection.details();
        if (details == null) {
            return null;
        }
        var id = ids.next();
        raws.put(id, new Raw(id, "details", details.getBytes(StandardCharsets.UTF_8), at));
        return id;
    }

    /** 2, 10, 100, 1,000 and so on: a log that grows with the logarithm of a storm. */
    static boolean isMilestone(long count) {
        if (count == 2) {
            return true;
        }
        long power = 10;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}
