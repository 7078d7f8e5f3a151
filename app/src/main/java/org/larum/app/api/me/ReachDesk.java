package org.larum.app.api.me;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.config.ConfigDesk;
import org.larum.app.api.config.FilePart;
import org.larum.app.api.me.MyReachView.MyDelivery;
import org.larum.app.api.me.MyReachView.MyOrder;
import org.larum.app.api.me.MyReachView.MyStep;
import org.larum.app.api.me.MyReachView.MyWay;
import org.larum.app.api.me.ReachChecks.Rest;
import org.larum.app.api.schedule.DoNotDisturbView;
import org.larum.app.bus.Idempotency.Write;
import org.larum.app.processing.Freshness;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.rulebook.RuleBook.Version;
import org.larum.app.security.Who;
import org.larum.domain.directory.Definition.Person;
import org.larum.domain.directory.Definition.Team;
import org.larum.domain.directory.Directory;
import org.larum.domain.directory.Entry;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Sealed;
import org.larum.domain.directory.Seals;
import org.larum.domain.reach.ReachPlan;
import org.larum.domain.shared.ChannelKind;
import org.larum.domain.shared.Refusal;
import org.larum.domain.shared.Severity;
import org.larum.domain.shared.Time;
import org.larum.projections.outbox.LastView;
import org.larum.projections.outbox.LastView.Fate;
import org.larum.projections.outbox.OutboxAnswers;
import org.larum.projections.outbox.OutboxQuery.Last;

/** Answers whether Larum can reach whoever asks, and changes what they may change about it. Blocking. */
final class ReachDesk {

    /** As far as the provider says. */
    private static final Set<String> ARRIVED = Set.of("sent", "delivered");

    private final RuleBook rules;
    private final ConfigDesk config;
    private final OutboxAnswers outbox;
    private final Freshness freshness;
    private final Seals seals;
    private final MyDuty duty;
    private final NumberTable numbers;
    private final Time time;

    ReachDesk(
            RuleBook rules,
            ConfigDesk config,
            OutboxAnswers outbox,
            Freshness freshness,
            Seals seals,
            MyDuty duty,
            NumberTable numbers,
            Time time) {
        this.rules = rules;
        this.config = config;
        this.outbox = outbox;
        this.freshness = freshness;
        this.seals = seals;
        this.duty = duty;
        this.numbers = numbers;
        this.time = time;
    }

    /** What somebody may change of themselves, in the shape of the file; what is not given is taken out. */
    public record ReachWish(
            @Nullable String phone,
            @Nullable String timeZone,
            @Nullable Map<String, Object> reach,
            @Nullable Object quiet) {}

    MyReachView of(Who who, @Nullable Long atLeast) {
        freshness.await("outbox", atLeast);
        var known = version(who);
        var person = (Person) known.definition();
        var now = time.now();
        var setUp = setUp(person);
        var ways = ways(person, setUp);
        var directory = rules.now();
        var orders = Stream.of(Severity.values())
                .map(severity -> order(person, severity, directory, now))
                .toList();
        var critical = ReachPlan.of(person, Severity.CRITICAL, directory, now).ways();
        var rest = DoNotDisturbView.of(person, directory, now);
        var checks =
                new ReachChecks(ways, critical, person.reach(), lost(person), Rest.of(rest, person.timeZone()), now);
        var all = checks.all();
        var mine = mine(person);
        return new MyReachView(
                person.word(),
                open(person, person.name()).orElse(person.word()),
                teams(person.id()),
                now,
                known.origin().equals(Entry.API) ? null : known.origin(),
                FilePart.yaml("people", person.word(), mine),
                mine,
                checks.headline(),
                checks.sentence(),
                (int) all.stream().filter(MyReachView.MyCheck::passed).count(),
                all,
                ways,
                orders,
                rest,
                duty.of(person.id(), now));
    }

    MyDutyView duty(Who who) {
        return duty.of(person(who), time.now());
    }

    /** Only these four are taken from the wish: nobody makes themselves an administrator here. */
    MyReachView change(ReachWish wish, Who who, Write write) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("phone", blankIsNone(wish.phone()));
        fields.put("timeZone", blankIsNone(wish.timeZone()));
        fields.put("reach", wish.reach() == null || wish.reach().isEmpty() ? null : wish.reach());
        fields.put("quiet", wish.quiet());
        config.amend(person(who), fields, write);
        return of(who, null);
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Somebody who is in the organisation. */
    Person current(Who who) {
        return (Person) version(who).definition();
    }

    /** The ways to people that are set up in this house, and push for those who have a device. */
    Set<ChannelKind> setUp(Person person) {
        var ways = EnumSet.copyOf(Ways.TO_PEOPLE);
        ways.retainAll(rules.now().ways(person.id()));
        return ways;
    }

    private Version version(Who who) {
        return rules.latest(person(who).value())
                .filter(found -> !found.isRetired())
                .orElseThrow(
                        () -> new Refusal(
                                Refusal.Kind.NOT_FOUND,
                                "no_such_person",
                                "You are not in the organisation any more. Nothing was changed; an administrator can invite you."));
    }

    private static PersonId person(Who who) {
        var person = who.person();
        if (person == null) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "no_person",
                    "This is about people who have signed in; a token has no telephone. Nothing was changed.");
        }
        return person;
    }

    private List<String> teams(PersonId person) {
        return rules.inUse()
                .map(Version::definition)
                .filter(found -> found instanceof Team team && team.members().contains(person))
                .map(found -> ((Team) found).name())
                .toList();
    }

    private Map<String, Object> mine(Person person) {
        var fields = new LinkedHashMap<>(config.person(person));
        fields.keySet().retainAll(List.of("phone", "timeZone", "reach", "quiet"));
        return fields;
    }

    private List<MyWay> ways(Person person, Set<ChannelKind> setUp) {
        var last = outbox.answer(new Last(person.id().value(), EnumSet.copyOf(Ways.TO_PEOPLE))).stream()
                .collect(Collectors.toMap(LastView::channel, Function.identity()));
        var phone = person.phone();
        boolean isUnverified = phone != null && !numbers.isVerified(person.id().value(), phone.fingerprint());
        return Ways.TO_PEOPLE.stream()
                .map(channel -> way(
                        channel, person, setUp, last.get(channel), isUnverified && Ways.BY_NUMBER.contains(channel)))
                .toList();
    }

    private MyWay way(
            ChannelKind channel, Person person, Set<ChannelKind> setUp, @Nullable LastView last, boolean isUnverified) {
        var missing = Ways.missing(channel, person, setUp);
        var told = last == null ? null : delivery(last.told());
        var test = last == null ? null : delivery(last.test());
        var confirmed = last == null ? null : last.confirmedAt();
        return new MyWay(
                Ways.word(channel),
                Ways.name(channel),
                address(channel, person),
                channel == ChannelKind.PUSH || setUp.contains(channel),
                state(missing, told, confirmed),
                missing,
                told,
                test,
                confirmed,
                isUnverified);
    }

    /** A test that was held in the hand since outweighs what the provider said before. */
    private static String state(@Nullable String missing, @Nullable MyDelivery told, @Nullable Instant confirmed) {
        if (missing != null) {
            return "missing";
        }
        if (told == null) {
            return confirmed == null ? "unknown" : "works";
        }
        boolean isConfirmedSince = confirmed != null && !confirmed.isBefore(told.at());
        return isConfirmedSince || ARRIVED.contains(told.state()) ? "works" : told.state();
    }

    private static @Nullable MyDelivery delivery(@Nullable Fate fate) {
        return fate == null
                ? null
                : new MyDelivery(
                        fate.id(),
                        fate.state(),
                        fate.reason(),
                        fate.requestedAt(),
                        fate.changedAt(),
                        fate.confirmedAt());
    }

    private @Nullable String address(ChannelKind channel, Person person) {
        return switch (channel) {
            case EMAIL, SLACK -> open(person, person.email()).orElse(null);
            case SMS, CALL -> open(person, person.phone()).map(Ways::hidden).orElse(null);
            case PUSH -> devices(rules.now().devices(person.id()).size());
            case WEBHOOK, SOURCE -> null;
        };
    }

    private static @Nullable String devices(int many) {
        return many == 0 ? null : many == 1 ? "1 device" : many + " devices";
    }

    private List<String> lost(Person person) {
        var lost = new ArrayList<String>();
        if (person.email() != null && open(person, person.email()).isEmpty()) {
            lost.add("e-mail address");
        }
        if (person.phone() != null && open(person, person.phone()).isEmpty()) {
            lost.add("number");
        }
        return lost;
    }

    private Optional<String> open(Person person, @Nullable Sealed sealed) {
        return sealed == null ? Optional.empty() : seals.open(person.id(), sealed);
    }

    private static MyOrder order(Person person, Severity severity, Directory directory, Instant now) {
        var reach = Objects.requireNonNullElse(person.reach(), new Reach(List.of(), null));
        boolean isWished = reach.wishes().stream().anyMatch(wish -> wish.severity() == severity);
        var quiet = reach.quiet();
        var plan = ReachPlan.of(person, severity, directory, now);
        return new MyOrder(
                Ways.word(severity),
                isWished,
                quiet != null && !quiet.except().contains(severity),
                plan.quiet() == null ? null : now.plus(plan.quiet()),
                plan.ways().stream()
                        .map(way -> new MyStep(
                                Ways.word(way.channel()),
                                Ways.name(way.channel()),
                                way.after().toSeconds(),
                                way.every() == null ? null : way.every().toSeconds()))
                        .toList());
    }
}
