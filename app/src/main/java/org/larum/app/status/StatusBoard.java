package org.larum.app.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.larum.app.beat.Beat;
import org.larum.domain.shared.Time;
import org.larum.domain.status.Visibility;
import org.larum.projections.status.StatusAnswers;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.StatusHistoryView;
import org.larum.projections.status.StatusQuery.StatusHistory;
import org.larum.projections.status.StatusQuery.StatusPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The page as it was last read, for everybody and for those who are signed in. Looks once a second whether anything changed, and
 * is made anew each minute all the same, since days pass. While the database is away it stays as it is and says how old it is.
 */
public final class StatusBoard {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofSeconds(30);

    /** Whoever pages far back asks the database: a crowd that does so must not take the connections of the rest. */
    private static final int READERS = 2;

    private final StatusAnswers answers;
    private final Time time;
    private final StatusFeed feed;
    private final Semaphore readers = new Semaphore(READERS);
    private final Beat beat = new Beat("status", EVERY, this::look);

    private volatile @Nullable Shown everybody;
    private volatile @Nullable Shown signedIn;

    private long version = -2;
    private Instant made = Instant.MIN;
    private Instant looked = Instant.MIN;
    private boolean isOld;

    public StatusBoard(StatusAnswers answers, Time time, String url) {
        this.answers = answers;
        this.time = time;
        this.feed = new StatusFeed(url);
    }

    /** All that is served of one audience. */
    record Shown(StatusPageView view, Document page, Document history, Document feed) {}

    /** The tag tells a reader who has it already that it is the same. */
    record Document(byte[] body, String tag) {

        static Document of(String text) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            return new Document(body, Hashes.sha256Hex(body).substring(0, 32));
        }
    }

    public void start() {
        look();
        beat.start();
    }

    public void stop() {
        beat.stop();
    }

    private void look() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.debug("the status page could not be read and stays as it is; it is tried again in a moment", e);
            grow();
        }
    }

    private void read() {
        var now = time.now();
        long found = answers.version();
        if (found != version || isOld || !now.isBefore(made.plus(LONGEST))) {
            var open = answers.answer(new StatusPage(Visibility.PUBLIC, now));
            var all = answers.answer(new StatusPage(Visibility.PRIVATE, now));
            show(open, all, null);
            version = found;
            made = now;
            isOld = false;
        }
        looked = now;
    }

    /** An old page must not pass for a new one. */
    private void grow() {
        var open = everybody;
        var all = signedIn;
        if (!isOld && open != null && all != null && time.now().isAfter(looked.plus(OLD))) {
            show(open.view(), all.view(), looked);
            isOld = true;
        }
    }

    private void show(StatusPageView open, StatusPageView all, @Nullable Instant asOf) {
        everybody = shown(open, Visibility.PUBLIC, asOf);
        signedIn = shown(all, Visibility.PRIVATE, asOf);
    }

    private Shown shown(StatusPageView view, Visibility audience, @Nullable Instant asOf) {
        return new Shown(
                view,
                Document.of(StatusHtml.page(view, audience, asOf)),
                Document.of(StatusHtml.history(view.newest(), audience)),
                Document.of(feed.of(view)));
    }

    /** Never waits. */
    Shown now(Visibility audience) {
        var shown = audience == Visibility.PUBLIC ? everybody : signedIn;
        if (shown == null) {
            throw new DataAccessResourceFailureException("the status page was not read yet");
        }
        return shown;
    }

    /** What was said before the notice of that name. Blocking. */
    StatusHistoryView before(UUID after, Visibility audience) {
        if (!readers.tryAcquire()) {
            throw new DataAccessResourceFailureException("others read the history of the status page");
        }
        try {
            return answers.answer(new StatusHistory(audience, after));
        } finally {
            readers.release();
        }
    }
}
