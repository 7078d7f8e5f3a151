package org.larum.app.status;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.larum.app.eventstore.RowsWithEvents;
import org.larum.domain.status.NoticeId;
import org.larum.domain.status.StatusEvent.NoticePublished;
import org.larum.domain.status.StatusEvent.NoticeUpdated;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asked to be told by mail, who is told, and what is on its way to whom. A mail is claimed before it is sent. */
final class SubscriberTable implements RowsWithEvents {

    private final JdbcClient jdbc;

    SubscriberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ------------------------------------------------------------ with the events

    /** Something was said. To whom it is told is looked up when it is sent. */
    @Override
    public void write(Connection connection, List<? extends EventMessage<?>> events) throws SQLException {
        for (var message : events) {
            if (message instanceof DomainEventMessage<?> said) {
                switch (said.getPayload()) {
                    case NoticePublished e -> said(connection, e.notice(), said.getSequenceNumber());
                    case NoticeUpdated e -> said(connection, e.notice(), said.getSequenceNumber());
                    default -> {}
                }
            }
        }
    }

    /** By the clock that also says since when somebody is told. */
    private static void said(Connection connection, NoticeId notice, long number) throws SQLException {
        try (var insert = connection.prepareStatement("insert into status_mailings (notice, number, said_at)"
                + " values (?, ?, larum_now()) on conflict do nothing")) {
            insert.setObject(1, notice.value());
            insert.setInt(2, Math.toIntExact(number));
            insert.executeUpdate();
        }
    }

    // ------------------------------------------------------------ asking

    /** Counts before anything is looked at; false when it was asked for too often within the time. */
    boolean mayAsk(String what, int most, Duration within) {
        int tries = jdbc.sql("""
                        insert into status_asked as known (what, tries, since) values (:what, 1, larum_now())
                        on conflict (what) do update set
                          tries = case when known.since <= larum_now() - make_interval(secs => :within) then 1
                            else least(known.tries, :most) + 1 end,
                          since = case when known.since <= larum_now() - make_interval(secs => :within) then larum_now()
                            else known.since end
                        returning tries""")
                .param("what", what)
                .param("most", most)
                .param("within", within.toSeconds())
                .query(Integer.class)
                .single();
        return tries <= most;
    }

    long count() {
        return jdbc.sql("select count(*) from status_subscribers where ended_at is null")
                .query(Long.class)
                .single();
    }

    long ended() {
        return jdbc.sql("select count(*) from status_subscribers where ended_at is not null")
                .query(Long.class)
                .single();
    }

    /** {@code services}: null for whatever is said. What the same address asked for before is forgotten. */
    record Ask(
            UUID id,
            String address,
            byte[] sealed,
            @Nullable Set<UUID> services) {}

    void ask(Ask ask, Duration life) {
        jdbc.sql("""
                        insert into status_asks (address, id, sealed, services, due, expires_at)
                        values (:address, :id, :sealed, :services, larum_now(), larum_now() + make_interval(secs => :life))
                        on conflict (address) do update set id = excluded.id, sealed = excluded.sealed,
                          services = excluded.services, due = excluded.due, expires_at = excluded.expires_at,
                          token = null, tries = 0""")
                .param("address", ask.address())
                .param("id", ask.id())
                .param("sealed", ask.sealed())
                .param(
                        "services",
                        ask.services() == null ? null : ask.services().toArray(UUID[]::new))
                .param("life", life.toSeconds())
                .update();
    }

    /** A mail that asks back, claimed: it is sent again only if this try fails for a reason that passes. */
    record DueAsk(UUID id, byte[] sealed, int tries) {}

    List<DueAsk> claimAsks(int limit) {
        return jdbc.sql("""
                        update status_asks set due = null, tries = tries + 1 where address in (
                          select address from status_asks where due <= larum_now() and expires_at > larum_now()
                          order by due limit :limit for update skip locked)
                        returning id, sealed, tries""")
                .param("limit", limit)
                .query((row, n) ->
                        new DueAsk(row.getObject("id", UUID.class), row.getBytes("sealed"), row.getInt("tries")))
                .list();
    }

    /** The token of the mail that is about to be sent; false when the address was asked for anew in the meantime. */
    boolean promise(UUID ask, String token) {
        return jdbc.sql("update status_asks set token = ? where id = ?")
                        .params(token, ask)
                        .update()
                == 1;
    }

    void askLater(UUID ask, Duration wait) {
        jdbc.sql("update status_asks set due = larum_now() + make_interval(secs => ?) where id = ?")
                .params(wait.toSeconds(), ask)
                .update();
    }

    void forgetAsk(UUID ask) {
        jdbc.sql("delete from status_asks where id = ?").param(ask).update();
    }

    /** Whoever holds the token is told from now on; false for a token that is old or used. */
    boolean confirm(String token) {
        return jdbc.sql("""
                        with asked as (
                          delete from status_asks where token = ? and expires_at > larum_now()
                          returning id, address, sealed, services)
                        insert into status_subscribers (id, address, sealed, services, since)
                        select id, address, sealed, services, larum_now() from asked
                        on conflict (address) do update set sealed = excluded.sealed, services = excluded.services,
                          missed = 0, failure = null, bounced = 0, bounced_at = null, ended_at = null,
                          since = case when status_subscribers.ended_at is null then status_subscribers.since
                            else excluded.since end""").param(token).update() == 1;
    }

    // ------------------------------------------------------------ those who are told

    record Subscriber(
            UUID id,
            byte[] sealed,
            List<UUID> services,
            Instant since,
            int missed,
            @Nullable String failure,
            @Nullable Instant ended) {}

    /** One more than asked for, the newest first. */
    List<Subscriber> list(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select * from status_subscribers where (:after::uuid is null or id < :after)
                        order by id desc limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> subscriber(row))
                .list();
    }

    private static Subscriber subscriber(ResultSet row) throws SQLException {
        Array services = row.getArray("services");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Subscriber(
                row.getObject("id", UUID.class),
                row.getBytes("sealed"),
                services == null ? List.of() : Arrays.asList((UUID[]) services.getArray()),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("missed"),
                row.getString("failure"),
                ended == null ? null : ended.toInstant());
    }

    Optional<byte[]> address(UUID subscriber) {
        return jdbc.sql("select sealed from status_subscribers where id = ?")
                .param(subscriber)
                .query((row, n) -> row.getBytes("sealed"))
                .optional();
    }

    /** Also what the address asked for and did not confirm; false when there is nobody. */
    boolean remove(UUID subscriber) {
        return jdbc.sql("""
                        with gone as (delete from status_subscribers where id = ? returning id, address),
                          asked as (delete from status_asks where address in (select address from gone)),
                          mails as (delete from status_mails where not sending and subscriber in (select id from gone))
                        select count(*) from gone""").param(subscriber).query(Long.class).single() > 0;
    }

    // ------------------------------------------------------------ what is on its way

    record Mailing(UUID notice, int number) {}

    /** What was said first and is not mailed to everybody yet, if it is less than a day ago; the oldest few. */
    List<Mailing> oldest(int limit) {
        return jdbc.sql("""
                        select notice, number from status_mailings where said_at > larum_now() - interval '1 day'
                        order by said_at, notice, number limit ?""")
                .param(limit)
                .query((row, n) -> new Mailing(row.getObject("notice", UUID.class), row.getInt("number")))
                .list();
    }

    void end(Mailing mailing) {
        jdbc.sql("delete from status_mailings where notice = ? and number = ?")
                .params(mailing.notice(), mailing.number())
                .update();
    }

    /** A mail that this node sends next. {@code wasCut}: whoever sent it before stopped while it did. */
    record Claimed(Mailing mailing, UUID subscriber, int tries, boolean wasCut) {}

    /**
     * The next that hear of it. Nobody else makes the same mails meanwhile, because the row of the mailing is locked by the same
     * statement that moves it on. {@code services}: of which it speaks; empty when it concerns everybody.
     *
     * @return empty when nobody is left, or when another node is at it
     */
    List<Claimed> claim(Mailing mailing, Set<UUID> services, int limit, Duration lease) {
        return jdbc.sql("""
                        with mailing as (
                          select reached, said_at from status_mailings where notice = :notice and number = :number
                          for update skip locked),
                        next as (
                          select s.id from status_subscribers s, mailing m
                          where (m.reached is null or s.id > m.reached) and s.since <= m.said_at and s.ended_at is null
                            and (s.services is null or cardinality(:services::uuid[]) = 0 or s.services && :services)
                          order by s.id limit :limit),
                        moved as (
                          update status_mailings set reached = (select id from next order by id desc limit 1)
                          where notice = :notice and number = :number and exists (select 1 from next)),
                        over as (
                          delete from status_mailings where notice = :notice and number = :number
                            and exists (select 1 from mailing) and not exists (select 1 from next))
                        insert into status_mails (notice, number, subscriber, tries, sending, due)
                        select :notice, :number, id, 1, false, larum_now() + make_interval(secs => :lease) from next
                        on conflict do nothing
                        returning notice, number, subscriber, tries, false as was_cut""")
                .param("notice", mailing.notice())
                .param("number", mailing.number())
                .param("services", services.toArray(UUID[]::new))
                .param("limit", limit)
                .param("lease", lease.toSeconds())
                .query((row, n) -> claimed(row))
                .list();
    }

    /** Mails whose last try failed for a reason that may have passed, or whose node stopped before their end was known. */
    List<Claimed> claimAgain(int limit, Duration lease) {
        return jdbc.sql("""
                        update status_mails m set sending = false, tries = tries + 1,
                          due = larum_now() + make_interval(secs => :lease)
                        from (select notice, number, subscriber, sending as was_cut from status_mails
                          where due <= larum_now() order by due limit :limit for update skip locked) as next
                        where (m.notice, m.number, m.subscriber) = (next.notice, next.number, next.subscriber)
                        returning m.notice, m.number, m.subscriber, m.tries, was_cut""")
                .param("limit", limit)
                .param("lease", lease.toSeconds())
                .query((row, n) -> claimed(row))
                .list();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                new Mailing(row.getObject("notice", UUID.class), row.getInt("number")),
                row.getObject("subscriber", UUID.class),
                row.getInt("tries"),
                row.getBoolean("was_cut"));
    }

    /** Before the mail server hears of it; false when there is nobody any more, or another node has taken it over. */
    boolean begin(Claimed mail, Duration lease) {
        return jdbc.sql("""
                                update status_mails set sending = true, due = larum_now() + make_interval(secs => ?)
                                where notice = ? and number = ? and subscriber = ? and tries = ? and not sending""")
                        .params(
                                lease.toSeconds(),
                                mail.mailing().notice(),
                                mail.mailing().number(),
                                mail.subscriber(),
                                mail.tries())
                        .update()
                > 0;
    }

    void done(Claimed mail) {
        jdbc.sql("delete from status_mails where notice = ? and number = ? and subscriber = ?")
                .params(mail.mailing().notice(), mail.mailing().number(), mail.subscriber())
                .update();
    }

    void again(Claimed mail, Duration wait) {
        jdbc.sql("""
                        update status_mails set sending = false, due = larum_now() + make_interval(secs => ?)
                        where notice = ? and number = ? and subscriber = ?""")
                .params(
                        wait.toSeconds(),
                        mail.mailing().notice(),
                        mail.mailing().number(),
                        mail.subscriber())
                .update();
    }

    /** It was taken: what was refused before was no sign of a dead address. */
    void arrived(UUID subscriber) {
        jdbc.sql("update status_subscribers set bounced = 0, bounced_at = null where id = ? and bounced > 0")
                .param(subscriber)
                .update();
    }

    /**
     * There is nobody at the address, says the mail server. Of several within {@code apart} one counts: an hour in which the mail
     * server is out of its mind ends nothing.
     *
     * @return whether it was once too often, so that the address is told no more
     */
    boolean bounced(UUID subscriber, String reason, int most, Duration apart) {
        return jdbc.sql("""
                        update status_subscribers as s set missed = missed + 1, failure = :reason,
                          bounced = bounced + case when counts then 1 else 0 end,
                          bounced_at = case when counts then larum_now() else bounced_at end,
                          ended_at = case when counts and bounced + 1 >= :most then larum_now() else ended_at end
                        from (select id as told, bounced_at is null
                            or bounced_at <= larum_now() - make_interval(secs => :apart) as counts
                          from status_subscribers where id = :id for update) as known
                        where s.id = told
                        returning ended_at is not null""")
                .param("id", subscriber)
                .param("reason", reason)
                .param("most", most)
                .param("apart", apart.toSeconds())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Addresses that came back too often are kept only for as long as somebody may wonder. */
    void forgetEnded(Duration after) {
        jdbc.sql("delete from status_subscribers where ended_at <= larum_now() - make_interval(secs => ?)")
                .param(after.toSeconds())
                .update();
    }

    void missed(UUID subscriber, String reason) {
        jdbc.sql("update status_subscribers set missed = missed + 1, failure = ? where id = ?")
                .params(reason, subscriber)
                .update();
    }
}
