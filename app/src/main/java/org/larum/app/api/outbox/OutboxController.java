package org.larum.app.api.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.Asking;
import org.larum.app.api.outbox.OutboxDesk.Replayed;
import org.larum.app.bus.Door;
import org.larum.app.bus.Idempotency;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.domain.notification.NotificationKind;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxFilter;
import org.larum.projections.outbox.OutboxQuery.Messages;
import org.larum.projections.outbox.OutboxView;
import org.larum.projections.shared.ActorView;
import org.larum.projections.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The messages: which there are, and the story of each. */
@RestController
public class OutboxController {

    private static final Set<String> STATES =
            Set.of("waiting", "pending", "held", "sending", "sent", "delivered", "undelivered", "failed", "dropped");
    private static final Set<String> CHANNELS = words(ChannelKind.values()).collect(Collectors.toSet());
    private static final Set<String> KINDS = Stream.concat(
                    words(NotificationKind.values()), Stream.of(OutboxFilter.TEST))
            .collect(Collectors.toSet());
    private static final Pattern NUMBER = Pattern.compile("(?:INC-|#)?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private final Door door;
    private final OutboxAnswers messages;
    private final OutboxDesk desk;
    private final Freshness freshness;

    OutboxController(Door door, OutboxAnswers messages, OutboxDesk desk, Freshness freshness) {
        this.door = door;
        this.messages = messages;
        this.desk = desk;
        this.freshness = freshness;
    }

    private static Stream<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    @GetMapping("/api/outbox")
    @Permit(Permission.RESPOND)
    public Mono<Page<OutboxView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) @Nullable String incident,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            var filter = new OutboxFilter(
                    Asking.states(state, STATES, OutboxDesk.OPEN),
                    Asking.words(channel, CHANNELS, "channel"),
                    Asking.words(kind, KINDS, "kind"),
                    desk.recipient(recipient),
                    number(incident),
                    Asking.moment(from, "from"),
                    Asking.moment(to, "to"));
            var page = Asking.page(limit, after);
            freshness.await("outbox", atLeast);
            return messages.answer(new Messages(filter, page));
        });
    }

    /** People and webhooks, as they are called now. */
    public record DeliveryRecipients(List<ActorView> items) {}

    @GetMapping("/api/outbox/recipients")
    @Permit(Permission.RESPOND)
    public Mono<DeliveryRecipients> recipients() {
        return door.go(() -> new DeliveryRecipients(desk.recipients()));
    }

    @GetMapping("/api/outbox/{id}")
    @Permit(Permission.RESPOND)
    public Mono<DeliveryView> story(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        return door.go(() -> {
            freshness.await("outbox", atLeast);
            return desk.story(id);
        });
    }

    /** Once more to a webhook that lost it, or that was away for longer than it is tried. */
    @PostMapping("/api/outbox/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.ADMINISTER)
    public Mono<Replayed> replay(@PathVariable String id) {
        return Mono.deferContextual(context -> Callers.current().flatMap(who -> {
            var write = Write.of(who.actor(), context, Idempotency.bytes("replay/" + id, ""));
            return door.go(() -> desk.replay(id, write));
        }));
    }

    /** As people write it: 1001, #1001 or INC-1001. */
    private static @Nullable Integer number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var found = NUMBER.matcher(text.strip());
        if (!found.matches()) {
            throw new Refusal(
                    Refusal.Kind.INVALID, "bad_incident", "\"incident\" is not a number of an incident; write 1001.");
        }
        return Integer.valueOf(found.group(1));
    }
}
