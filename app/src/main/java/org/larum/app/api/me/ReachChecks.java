package org.larum.app.api.me;

import static org.larum.domain.shared.Severity.CRITICAL;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.larum.app.api.me.MyReachView.MyCheck;
import org.larum.app.api.me.MyReachView.MyWay;
import org.larum.app.api.schedule.DoNotDisturbView;
import org.larum.domain.directory.Reach;
import org.larum.domain.directory.Reach.Way;
import org.larum.domain.directory.Reach.Wish;
import org.larum.domain.shared.ChannelKind;

/**
 * What must hold for somebody to be woken tonight. {@code ways}: all there are to people; {@code critical}: those that would be gone for
 * a critical incident; {@code lost}: what of theirs cannot be opened any more; {@code rest}: what they asked for now.
 */
record ReachChecks(
        List<MyWay> ways,
        List<Way> critical,
        @Nullable Reach wished,
        List<String> lost,
        @Nullable Rest rest,
        Instant now) {

    /** Not to be disturbed until a time on their own clock; {@code isCriticalHeld}: not even by what is critical. */
    record Rest(String clock, boolean isCriticalHeld) {

        static @Nullable Rest of(DoNotDisturbView view, String zone) {
            var until = view.until();
            return until == null
                    ? null
                    : new Rest(
                            CLOCK.format(until.atZone(ZoneId.of(zone))),
                            !view.except().contains(Ways.word(CRITICAL)));
        }
    }

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private static final String TEST = "test";
    private static final int ENOUGH = 2;
    private static final Duration FRESH = Duration.ofDays(7);

    /** What matters most comes first. */
    List<MyCheck> all() {
        return List.of(
                wakesAtNight(),
                disturbs(),
                twoWork(),
                tested(),
                verified(),
                noneFailed(),
                wishesCanBe(),
                canBeOpened());
    }

    String headline() {
        long holes = all().stream().filter(check -> !check.passed()).count();
        if (used().noneMatch(MyWay::isUsable)) {
            return "Larum cannot reach you";
        }
        if (rest != null && rest.isCriticalHeld()) {
            return "Larum leaves you alone until " + rest.clock();
        }
        if (!wakesAtNight().passed()) {
            return "Not ready for tonight";
        }
        return "Ready for tonight" + (holes == 0 ? "" : holes == 1 ? ", with one hole" : ", with " + holes + " holes");
    }

    /** How it reaches them, and the first thing that is wrong. */
    String sentence() {
        var usable = used().filter(MyWay::isUsable).map(MyWay::name).toList();
        var first = all().stream()
                .filter(check -> !check.passed())
                .findFirst()
                .map(check -> " " + check.detail())
                .orElse("");
        return (usable.isEmpty()
                        ? "No way of a critical page to you is set up."
                        : "Critical reaches you by " + and(usable) + ".")
                + first;
    }

    /** Each once, in the order in which they are gone. */
    private Stream<MyWay> used() {
        return critical.stream().map(Way::channel).distinct().flatMap(this::way);
    }

    private Stream<MyWay> way(ChannelKind channel) {
        return ways.stream().filter(way -> way.channel().equals(Ways.word(channel)));
    }

    private MyCheck twoWork() {
        var working = used().filter(MyWay::isWorking).map(MyWay::name).toList();
        var what = "two ways work";
        if (working.size() >= ENOUGH) {
            return passed("ways", what, and(working), null);
        }
        var known = working.isEmpty()
                ? "No way of a critical page is known to work."
                : "Only " + working.getFirst() + " is known to work.";
        boolean isAllTested = used().filter(MyWay::isUsable).allMatch(MyWay::isWorking);
        if (isAllTested && way(ChannelKind.PUSH).anyMatch(way -> way.setUp() && !way.isUsable())) {
            return failed("ways", what, known + " Add a device that takes messages.", "devices", null);
        }
        long setUp = ways.stream().filter(MyWay::setUp).count();
        if (setUp < ENOUGH) {
            return failed("ways", what, known + " The house has no other: an administrator adds them under channels.");
        }
        return used().filter(way -> way.isUsable() && !way.isWorking())
                .findFirst()
                .map(way -> failed("ways", what, known + " Test the others.", TEST, way.channel()))
                .orElseGet(() -> failed("ways", what, known + " Choose another one for critical.", "order", null));
    }

    private MyCheck tested() {
        var what = "a test reached you this week";
        var newest = ways.stream()
                .filter(way -> way.confirmedAt() != null && !way.confirmedAt().isBefore(now.minus(FRESH)))
                .max(Comparator.comparing(way -> Objects.requireNonNullElse(way.confirmedAt(), Instant.MIN)));
        if (newest.isPresent()) {
            return passed("tested", what, newest.get().name(), newest.get().confirmedAt());
        }
        var over = used().filter(MyWay::isUsable).map(MyWay::channel).findFirst();
        return failed(
                "tested",
                what,
                "No test reached you in the last seven days.",
                over.isPresent() ? TEST : null,
                over.orElse(null));
    }

    /** Nobody is left unpaged for it: better a page too many than none. But what wakes a stranger wakes nobody here. */
    private MyCheck verified() {
        var what = "your number is verified";
        return used().filter(way -> way.isUsable() && way.unverified())
                .findFirst()
                .map(way -> failed(
                        "number",
                        what,
                        "Nobody has typed a code that Larum sent to it. Pages go there all the same.",
                        "number",
                        way.channel()))
                .orElseGet(() -> passed("number", what, null, null));
    }

    private MyCheck noneFailed() {
        var what = "every way delivers";
        var failing = ways.stream()
                .filter(way -> way.isUsable() && way.state().equals("failed"))
                .findFirst();
        return failing.map(way -> failed("delivers", what, broken(way), TEST, way.channel()))
                .orElseGet(() -> passed("delivers", what, null, null));
    }

    private static String broken(MyWay way) {
        var reason = way.told() == null ? null : way.told().reason();
        return "The last message by " + way.name() + " did not arrive" + (reason == null ? "." : ": " + reason);
    }

    private MyCheck wakesAtNight() {
        var what = "quiet hours let critical through";
        var quiet = wished == null ? null : wished.quiet();
        if (quiet == null) {
            return passed("quiet", what, "You have none.", null);
        }
        var hours = quiet.from() + " to " + quiet.until();
        return quiet.except().contains(CRITICAL)
                ? passed("quiet", what, hours, null)
                : failed("quiet", what, "Critical waits until " + quiet.until() + " for you.", "quiet", null);
    }

    private MyCheck disturbs() {
        var what = "do not disturb lets critical through";
        if (rest == null) {
            return passed("rest", what, "It is off.", null);
        }
        return rest.isCriticalHeld()
                ? failed("rest", what, "Critical waits until " + rest.clock() + " for you.", "rest", null)
                : passed("rest", what, "It is on until " + rest.clock() + ".", null);
    }

    private MyCheck wishesCanBe() {
        var what = "every way that you chose can be gone";
        var wishes = wished == null ? List.<Wish>of() : wished.wishes();
        var chosen = wishes.stream()
                .flatMap(wish -> wish.ways().stream())
                .map(Way::channel)
                .distinct()
                .flatMap(this::way)
                .toList();
        return chosen.stream()
                .filter(way -> !way.isUsable())
                .findFirst()
                .map(way -> failed("order", what, Ways.capital(way.name()) + ": " + way.missing(), "order", null))
                .orElseGet(
                        () -> passed("order", what, chosen.isEmpty() ? "You leave the order to Larum." : null, null));
    }

    private MyCheck canBeOpened() {
        var what = "your addresses can be opened";
        return lost.isEmpty()
                ? passed("addresses", what, null, null)
                : failed(
                        "addresses",
                        what,
                        "The key of your " + and(lost) + " is lost. An administrator writes it again.");
    }

    private static MyCheck passed(String check, String what, @Nullable String detail, @Nullable Instant at) {
        return new MyCheck(check, true, Ways.capital(what), detail, at, null, null);
    }

    private static MyCheck failed(String check, String what, String detail) {
        return failed(check, what, detail, null, null);
    }

    private static MyCheck failed(
            String check, String what, String detail, @Nullable String remedy, @Nullable String channel) {
        return new MyCheck(check, false, "Not yet: " + what, detail, null, remedy, channel);
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
