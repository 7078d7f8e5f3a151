package org.larum.notifiers.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.larum.notifiers.channel.Message.Reader;
import org.larum.notifiers.channel.Message.Told;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/** What every channel promises, proven against a provider that behaves as told. */
public abstract class ChannelContract {

    protected static final String SECRET = "correct horse battery staple";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A stand-in for the other side. */
    public interface OtherSide extends AutoCloseable {

        void accepts();

        void refusesForGood();

        void asksToTryLater();

        /** Takes the whole message and then says nothing. */
        void fallsSilent();

        /** Takes the whole message and then hangs up. */
        void hangsUp();

        /** Nothing listens any more where it was. */
        void goesAway();

        /** Everything that came, as text. */
        String heard();

        Destination address();

        @Override
        void close();
    }

    private OtherSide provider;
    private Channel channel;

    protected abstract OtherSide start();

    /** With time-outs of a second or two. */
    protected abstract Channel channel();

    protected abstract Reader reader();

    /** Makes the other side ask for time, and tells how much; null where the protocol has no word for it. */
    protected abstract @Nullable Duration asksForTime();

    @BeforeEach
    void meet() {
        provider = start();
        channel = channel();
    }

    @AfterEach
    void part() {
        provider.close();
    }

    @Test
    void acceptedIsAcceptedWithAReceipt() {
        provider.accepts();

        assertThat(send())
                .isInstanceOfSatisfying(
                        Accepted.class, it -> assertThat(it.receipt()).isNotBlank());
        assertThat(provider.heard()).contains(ChannelExamples.NOTIFICATION.toString());
    }

    @Test
    void refusalForGoodIsGivenUp() {
        provider.refusesForGood();

        assertThat(send()).isInstanceOf(GiveUp.class);
    }

    @Test
    void passingTroubleIsTriedLater() {
        provider.asksToTryLater();

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isFalse());
    }

    @Test
    void timeThatIsAskedForIsKept() {
        provider.asksToTryLater();
        Duration asked = asksForTime();

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.retryAfter()).isEqualTo(asked));
    }

    @Test
    void silenceAfterTheMessageIsUnknown() {
        provider.fallsSilent();
        long start = System.nanoTime();

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void hangingUpAfterTheMessageIsUnknown() {
        provider.hangsUp();

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isTrue());
    }

    @Test
    void nobodyListeningIsNotUnknown() {
        provider.goesAway();

        assertThat(send())
                .isInstanceOfSatisfying(
                        TryLater.class, it -> assertThat(it.unknown()).isFalse());
    }

    @Test
    void hostileTitleInjectsNothing() {
        provider.accepts();

        assertThat(send(ChannelExamples.page(ChannelExamples.titled(ChannelExamples.HOSTILE), reader())))
                .isInstanceOf(Accepted.class);
        assertThat(provider.heard().lines())
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("bcc:"));
    }

    @Test
    void sameNotificationIsKnownByTheSameNameEachTime() {
        provider.accepts();
        send();
        String first = names(provider.heard());
        send();

        assertThat(names(provider.heard())).isEqualTo(first + first);
        assertThat(first).isNotBlank();
    }

    @Test
    void secretIsNowhereToBeRead() {
        List<Runnable> moods = List.of(
                provider::accepts,
                provider::refusesForGood,
                provider::asksToTryLater,
                provider::hangsUp,
                provider::goesAway);
        var said = new ArrayList<String>();
        for (Runnable mood : moods) {
            mood.run();
            said.add(send().toString());
        }
        said.add(message(ChannelExamples.page(ChannelExamples.payments(), reader()))
                .toString());
        said.add(channel.toString());

        assertThat(said).noneMatch(text -> text.contains("battery") || text.contains("t0ken"));
    }

    @Test
    void destinationOfAnotherKindIsGivenUp() {
        Message astray = ChannelExamples.to(elsewhere(), ChannelExamples.page(ChannelExamples.payments(), reader()));

        assertThat(channel.send(astray)).isInstanceOf(GiveUp.class);
    }

    /** A destination for another kind of channel. */
    protected abstract Destination elsewhere();

    /** The lines by which the other side can tell a copy. */
    protected abstract String names(String heard);

    protected OtherSide provider() {
        return provider;
    }

    protected SendOutcome send() {
        return send(ChannelExamples.page(ChannelExamples.payments(), reader()));
    }

    protected SendOutcome send(Told told) {
        return channel.send(message(told));
    }

    private Message message(Told told) {
        return ChannelExamples.to(provider.address(), told);
    }
}
