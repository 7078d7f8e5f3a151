package org.larum.app.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.larum.app.rulebook.RuleBook;
import org.larum.domain.alert.AlertCommand.ExpireAlert;
import org.larum.domain.alert.AlertId;
import org.larum.domain.shared.Actor;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import reactor.core.publisher.Mono;

/**
 * Takes detections in. Each goes to the lane of its key, so that no two lanes write to one alert; a lane commits whatever queued
 * up as one unit of work, and only then are the senders answered.
 */
public final class AlertDesk implements Intake, AutoCloseable {

    private static final int EXPIRY_BATCH = 500;

    /** Two keep one commit and the preparation of the next going at once; more would only wait for the append's lock. */
    private static final int LANES = 2;

    /** Detections in a batch. Enough for a commit to be cheap for each, few enough for a batch to take milliseconds. */
    private static final int BATCH = 500;

    private final Door door;
    private final Commands commands;
    private final Idempotency idempotency;
    private final IdentityTable identities;
    private final RawTable raws;
    private final RuleBook rules;
    private final EventLog log;
    private final Ids ids;
    private final Time time;
    private final List<Lane<Part>> lanes;

    public AlertDesk(
            Door door,
            Commands commands,
            Idempotency idempotency,
            IdentityTable identities,
            RawTable raws,
            RuleBook rules,
            EventLog log,
            Ids ids,
            Time time) {
        this.door = door;
        this.commands = commands;
        this.idempotency = idempotency;
        this.identities = identities;
        this.raws = raws;
        this.rules = rules;
        this.log = log;
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
            var request = new Request(sender, raw, detections, time.now(), ids.next());
            var write = Write.of(Actor.integration(sender.integration()), context, raw.body());
            return write.key() == null ? byLanes(request) : door.go(() -> once(write, request));
        });
    }

    private Mono<List<Became>> byLanes(Request request) {
        var places = new HashMap<Integer, List<Integer>>();
        for (int place = 0; place < request.detections.size(); place++) {
            places.computeIfAbsent(lane(request, place), lane -> new ArrayList<>())
                    .add(place);
        }
        request.isCutInto(places.size());
        places.forEach((lane, mine) -> lanes.get(lane).add(new Part(request, mine)));
        return Mono.fromFuture(request.answer(), true);
    }

    private int lane(Request request, int place) {
        int hash = 31 * request.sender.integration().hashCode()
                + request.detections.get(place).key().hashCode();
        return Math.floorMod(hash, lanes.size());
    }

    /** Its answer must commit with it, so it is one unit of work of its own. */
    private List<Became> once(Write write, Request request) {
        var whole = new Part(
                request, IntStream.range(0, request.detections.size()).boxed().toList());
        request.isCutInto(1);
        var became = commands.inOneUnit(() -> idempotency.once(write, Became[].class, () -> {
            commit(List.of(whole));
            return whole.outcomes();
        }));
        return List.of(became);
    }

    private void work(List<Part> batch) {
        try {
            commands.inOneUnit(() -> {
                commit(batch);
                return true;
            });
        } catch (RuntimeException e) {
            if (batch.size() == 1 || Away.isOurs(e)) {
                batch.forEach(part -> part.failed(e));
            } else {
                // One of them fails: it fails alone.
                batch.forEach(part -> work(List.of(part)));
            }
            return;
        }
        batch.forEach(Part::done);
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
