package org.larum.app.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.larum.domain.alert.AlertId;
import org.larum.domain.directory.IntegrationId;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Time;
import org.springframework.dao.DataAccessResourceFailureException;
import reactor.core.publisher.Mono;

/** Recording doubles of the ports of the doors; none of them needs a database. */
public final class Fakes {

    public static final String KEY = "lrm_0123456789abcdef0123456789abcdef";
    public static final String ODD_KEY = "odd key/with%41 ü 0123456789abcdef0123";
    public static final Sender SENDER =
            new Sender(IntegrationId.of("shop"), "shop", "native", new ServiceId(new UUID(0, 7)));
    public static final Senders SENDERS =
            key -> List.of(KEY, ODD_KEY).contains(key) ? Optional.of(SENDER) : Optional.empty();
    public static final Time TIME = () -> Golden.NOW;
    public static final Ids IDS = () -> UUID.fromString("01900000-0000-7000-8000-000000000001");

    private Fakes() {}

    /** Answers with one outcome for each detection, and remembers them. */
    public static final class RecordingIntake implements Intake {

        public final List<Detection> detections = new CopyOnWriteArrayList<>();
        public final List<Change> changes = new CopyOnWriteArrayList<>();

        /** Both, in the order in which they came. */
        public final List<Object> taken = new CopyOnWriteArrayList<>();

        public final List<RawRequest> requests = new CopyOnWriteArrayList<>();
        public @Nullable RuntimeException failure;

        @Override
        public Mono<List<Became>> accept(Sender sender, RawRequest raw, List<Detection> seen) {
            if (failure != null) {
                return Mono.error(failure);
            }
            requests.add(raw);
            detections.addAll(seen);
            taken.addAll(seen);
            return Mono.just(seen.stream().map(RecordingIntake::became).toList());
        }

        /** As {@link ChangeIntake} takes them. It is none itself: a context that has a true one would not know which to take. */
        public Mono<Void> record(Sender sender, RawRequest raw, Change change, ChangeIntake.Told told) {
            if (failure != null) {
                return Mono.error(failure);
            }
            requests.add(raw);
            changes.add(change);
            taken.add(change);
            return Mono.empty();
        }

        private static Became became(Detection detection) {
            return switch (detection.action()) {
                case TRIGGER ->
                    new Became(Became.What.RAISED, AlertId.of(SENDER.integration(), detection.key(), 1), 1, null);
                case ACKNOWLEDGE, RESOLVE ->
                    new Became(Became.What.IGNORED, null, 0, "No alert with this key is open.");
            };
        }
    }

    public static RuntimeException databaseAway() {
        return new DataAccessResourceFailureException("connection refused");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
