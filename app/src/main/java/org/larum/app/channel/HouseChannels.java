package org.larum.app.channel;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Webhook;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.SmsGateway;
import org.larum.domain.shared.ChannelKind;

/** Which ways of telling people and machines this house has. */
public final class HouseChannels {

    private final RuleBook rules;

    HouseChannels(RuleBook rules) {
        this.rules = rules;
    }

    /** Those to people first, then the webhooks. */
    public List<HouseChannel> all() {
        rules.catchUp();
        var now = rules.now();
        var toPeople = Stream.of(ChannelKind.values())
                .filter(kind -> kind != ChannelKind.WEBHOOK)
                .filter(kind ->
                        kind == ChannelKind.PUSH ? hasDevices(now) : now.ways().contains(kind))
                .map(kind -> toPeople(kind, now));
        return Stream.concat(toPeople, now.webhooks().stream().map(this::webhook))
                .toList();
    }

    /** By its id; a webhook also by its word, unless a kind is called the same. */
    public Optional<HouseChannel> find(String idOrWord) {
        var all = all();
        return all.stream()
                .filter(one -> one.id().equals(idOrWord))
                .findFirst()
                .or(() ->
                        all.stream().filter(one -> one.word().equals(idOrWord)).findFirst());
    }

    /** The ways to people that this house does not have, by their names. */
    public List<String> absent() {
        var there = all().stream().map(HouseChannel::kind).toList();
        return Stream.of(ChannelKind.EMAIL, ChannelKind.SMS, ChannelKind.CALL, ChannelKind.PUSH)
                .filter(kind -> !there.contains(kind))
                .map(HouseChannels::name)
                .toList();
    }

    private boolean hasDevices(Directory now) {
        return rules.inUse()
                .map(Version::definition)
                .anyMatch(one -> one instanceof Person person
                        && !now.devices(person.id()).isEmpty());
    }

    private HouseChannel toPeople(ChannelKind kind, Directory now) {
        return new HouseChannel(
                word(kind), kind, word(kind), name(kind), provider(kind, now), isAskable(kind, now), since(kind));
    }

    private HouseChannel webhook(Webhook webhook) {
        var id = webhook.id().value();
        return new HouseChannel(
                id.toString(),
                ChannelKind.WEBHOOK,
                webhook.word(),
                webhook.word(),
                (webhook.format() == null ? "" : webhook.format() + " at ")
                        + URI.create(webhook.url()).getHost(),
                webhook.format() == null,
                since(id));
    }

    private static @Nullable String provider(ChannelKind kind, Directory now) {
        return switch (kind) {
            case EMAIL -> now.email().map(one -> one.host() + ":" + one.port()).orElse(null);
            case SMS -> now.gateways().stream().map(SmsGateway::name).collect(Collectors.joining(", "));
            case CALL -> "Twilio";
            default -> null;
        };
    }

    /** A gateway of another kind has nothing to be asked but to send. */
    private static boolean isAskable(ChannelKind kind, Directory now) {
        return switch (kind) {
            case EMAIL, CALL -> true;
            case SMS -> now.gateways().stream().anyMatch(SmsGateway::viaTwilio);
            default -> false;
        };
    }

    private @Nullable Instant since(ChannelKind kind) {
        return switch (kind) {
            case EMAIL -> since(RuleBook.EMAIL.value());
            case SMS ->
                Stream.of(since(RuleBook.TWILIO.value()), since(RuleBook.SMS.value()))
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            case CALL -> since(RuleBook.TWILIO.value());
            default -> null;
        };
    }

    private @Nullable Instant since(UUID entry) {
        return rules.latest(entry).map(Version::since).orElse(null);
    }

    private static String word(ChannelKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String name(ChannelKind kind) {
        return switch (kind) {
            case EMAIL -> "E-mail";
            case SMS -> "SMS";
            case CALL -> "Voice";
            default -> kind.name().charAt(0) + word(kind).substring(1);
        };
    }
}
