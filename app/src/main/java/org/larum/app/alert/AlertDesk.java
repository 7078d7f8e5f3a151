package org.larum.app.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.larum.app.alert.RawTable.Raw;
import org.larum.app.alert.Request.Part;
import org.larum.app.bus.Commands;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.bus.Lane;
import org.larum.app.bus.Wishes;
import org.larum.app.eventstore.EventLog;
import org.larum.app.intake.Away;
import org.larum.app.intake.Became;
import org.larum.app.intake.Detection;
import org.larum.app.intake.Intake;
import org.larum.app.intake.RawRequest;
import org.larum.app.intake.Sender;
import org.larum.app.metrics.Meters;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.spool.Spool;
import org.larum.app.spool.SpoolTable;
import org.larum.app.spool.SpooledRequest;
import org.larum.domain.alert.AlertCommand.ExpireAlert;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;

/**
 * Takes detections in. Each goes to the lane of its key, so that no two lanes write to one alert; a lane commits whatever queued
 * up as one unit of work, and only then are the senders answered.
 */
public final class AlertDesk implements Intake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final int EXPIRY_BATCH = 500;

    /** Two keep one commit and the preparation of the next going at once; more would only wait for the append's lock. */
    private static final int LANES = 2;

    /** Detections in a batch. Enough for a commit to be cheap for each, few enough for a batch to take milliseconds. */
    private static final int BATCH = 500;

    /** Requests of the spool in one commit. */
    private static final int DRAIN_BATCH = 200;

    private final Door door;
    private final Commands commands;
    private final Idempotency idempotency;
    private final IdentityTable identities;
    private final RawTable raws;
    private final RuleBook rules;
    private final EventLog log;
    private final Spool spool;
    private final Spooling spooling;
    private final SpoolTable claims;
    private final Meters meters;
    private final Ids ids;
    private final Time time;
    private final List<Lane<Part>> lanes;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    public AlertDesk(
            Door door,
            Commands commands,
            Idempotency idempotency,
            IdentityTable identities,
            RawTable raws,
            RuleBook rules,
            EventLog log,
            Spool spool,
            SpoolTable claims,
            Meters meters,
            Ids ids,
            Time time) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.identities = identities;
        this.raws = raws;
        this.rules = rules;
        this.log = log;
        this.spool = spool;
        this.spooling = new Spooling(spool, ids);
        this.claims = claims;
        this.meters = meters;
        this.ids = ids;
        this.time = time;
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(n ->
                        new Lane<Part>("lane-" + n, BATCH, part -> part.places().size(), this::work))
                .toList();
    }

    @Override
    public Mono<List<Became>> accept(Sender sender, RawRequest raw, List<Detection> detections) {
        if (detections.isEmpty()) {
            return Mono.just(List.of());
        }
        return Mono.deferContextual(context -> {
            var key = Idempotency.key(context);
            var request = new Request(sender, raw, detections, time.now(), ids.next(), key);
            return key == null ? byLanes(request) : alone(request);
        });
    }

    private Mono<List<Became>> byLanes(Request request) {
        var places = new HashMap<Integer, List<Integer>>();
        for (int place = 0; place < request.detections.size(); place++) {
            places.computeIfAbsent(lane(request, place), lane -> new ArrayList<>())
                    .add(place);
        }
        request.isCutInto(places.size());
        places.forEach((lane, mine) -> {
            var part = new Part(request, mine);
            if (!lanes.get(lane).add(part)) {
                part.failed(new DataAccessResourceFailureException("Larum is stopping"));
            }
        });
        return Mono.fromFuture(request.answer(), true);
    }

    private int lane(Request request, int place) {
        int hash = 31 * request.sender.integration().hashCode()
                + request.detections.get(place).key().hashCode();
        return Math.floorMod(hash, lanes.size());
    }

    /** What came with a key of its own: its answer must commit with it, so it is one unit of work of its own. */
    private Mono<List<Became>> alone(Request request) {
        var whole = Spooling.whole(request);
        return door.go(() -> {
                    orSpool(List.of(whole), () -> commands.inOneUnit(() -> once(whole)));
                    return true;
                })
                .then(Mono.fromFuture(request.answer(), true));
    }

    /** Inside a unit of work. */
    private boolean once(Part whole) {
        var became = idempotency.once(write(whole), Became[].class, () -> {
            commit(List.of(whole));
            return whole.outcomes();
        });
        for (int place = 0; place < became.length; place++) {
            whole.is(place, became[place]);
        }
        return true;
    }

    private static Write write(Part whole) {
        var request = whole.request();
        return new Write(
                Actor.integration(request.sender.integration()), request.key, Idempotency.hash(request.raw.body()));
    }

    private void work(List<Part> batch) {
        try {
            orSpool(batch, () -> {
                long begin = System.nanoTime();
                commands.inOneUnit(() -> {
                    commit(batch);
                    return true;
                });
                meters.batch(size(batch), Duration.ofNanos(System.nanoTime() - begin));
            });
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().failed(e);
            } else {
                // One of them fails: it fails alone.
                batch.forEach(part -> work(List.of(part)));
            }
        } catch (Error e) {
            batch.forEach(part -> part.failed(e));
            throw e;
        }
    }

    private static int size(List<Part> batch) {
        return batch.stream().mapToInt(part -> part.places().size()).sum();
    }

    /** Answers the parts, as committed or as spooled; fails with what is their own fault. */
    private void orSpool(List<Part> batch, Runnable commit) {
        if (spooling.isInUse()) {
            spooling.keep(batch, new DataAccessResourceFailureException("earlier requests still wait in the spool"));
            return;
        }
        try {
            commit.run();
        } catch (RuntimeException e) {
            if (!Away.isOurs(e)) {
                throw e;
            }
            spooling.keep(batch, e);
            return;
        }
        batch.forEach(Part::done);
    }

    /** Takes up what waits in the spool, in its order. Blocking; fails as the database does. Answers how many requests. */
    public long drain() {
        return spooling.isInUse() ? spool.drain(DRAIN_BATCH, this::takeUp) : 0;
    }

    private void takeUp(List<SpooledRequest> batch) {
        try {
            commands.inOneUnit(() -> {
                takeUpInUnit(batch);
                return true;
            });
        } catch (RuntimeException e) {
            if (Away.isOurs(e)) {
                throw e;
            }
            if (batch.size() > 1) {
                batch.forEach(one -> takeUp(List.of(one)));
            } else {
                turnAway(batch.getFirst(), e);
            }
        }
    }

    private void takeUpInUnit(List<SpooledRequest> batch) {
        var parts = new ArrayList<Part>();
        var keyed = new LinkedHashMap<Write, Part>();
        for (var spooled : batch) {
            // Not claimed: the server was killed after the commit and before the file knew of it.
            if (!claims.claim(spooled.id(), time.now())) {
                continue;
            }
            var part = Spooling.part(spooled);
            if (spooled.key() != null) {
                var write = write(part);
                // Sent twice under one key: in this batch, or before.
                if (keyed.containsKey(write)
                        || idempotency.answered(write, Became[].class).isPresent()) {
                    continue;
                }
                keyed.put(write, part);
            }
            parts.add(part);
        }
        commit(parts);
        keyed.forEach((write, part) -> idempotency.once(write, Became[].class, part::outcomes));
    }

    /** Whoever wakes the administrators; told what was turned away, after its body was kept. Must not throw. */
    public void onTurnedAway(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** It was confirmed, so it is not forgotten: its body is kept where bodies are, and somebody is told which. */
    private void turnAway(SpooledRequest spooled, RuntimeException why) {
        LOG.error(
                "a spooled request of {} could not be filed; its body is kept as raw request {}. Look at it: it was confirmed",
                spooled.sender().word(),
                spooled.id(),
                why);
        raws.keep(List.of(new Raw(spooled.id(), spooled.dialect(), spooled.body(), spooled.receivedAt())));
        var what = "of " + spooled.sender().word() + ", raw request " + spooled.id() + ": " + why.getMessage();
        listeners.forEach(listener -> listener.accept(what));
    }

    /** Inside a unit of work. */
    private void commit(List<Part> batch) {
        var rows = identities.lock(Fold.keys(batch));
        var fold = new Fold(rows, rules.now(), ids);
        batch.forEach(fold::take);
        identities.save(rows.values());
        identities.keepCounts(fold.counted());
        raws.keep(fold.raws());
        log.expectNew(fold.raised());
        commands.within(fold.wishes());
    }

    /** Ends the alerts whose sender said they would have ended by now, and then fell silent. Answers how many. */
    public int expire() {
        if (spooling.isInUse()) {
            // Its sender may have renewed it in what still waits.
            return 0;
        }
        return commands.inOneUnit(() -> {
            var expired = identities.expired(EXPIRY_BATCH);
            commands.within(Wishes.of(
                    Map.of(),
                    expired.stream()
                            .map(one -> new ExpireAlert(new AlertId(one.alert()), one.endsAt(), time.now()))
                            .toList()));
            return expired.size();
        });
    }

    /** Finishes what was accepted. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
