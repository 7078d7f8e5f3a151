package org.larum.app.alert;

import java.util.List;
import java.util.stream.IntStream;
import org.larum.app.alert.Request.Part;
import org.larum.app.intake.RawRequest;
import org.larum.app.spool.Spool;
import org.larum.app.spool.Spooled.Kept;
import org.larum.app.spool.Spooled.Refused;
import org.larum.app.spool.SpooledRequest;
import org.larum.domain.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where parts of requests go while the database is away, and how they come back. */
final class Spooling {

    private static final Logger LOG = LoggerFactory.getLogger(Spooling.class);

    private final Spool spool;
    private final Ids ids;

    Spooling(Spool spool, Ids ids) {
        this.spool = spool;
        this.ids = ids;
    }

    /** While anything waits in the spool everything goes through it, or a resolution would overtake what it resolves. */
    boolean isInUse() {
        return spool.depth().records() > 0;
    }

    /** Answers each part: kept on the disk, or failed for the given reason when the spool has no room. Blocking. */
    void keep(List<Part> parts, Throwable why) {
        if (!isInUse()) {
            LOG.warn("the database is away; detections are kept in the spool until it is back: {}", why.toString());
        }
        var spooled = spool.append(parts.stream().map(this::request).toList());
        for (int i = 0; i < parts.size(); i++) {
            switch (spooled.get(i)) {
                case Kept kept -> parts.get(i).spooled();
                case Refused refused -> {
                    LOG.warn("a request was answered 503: {}", refused.sentence());
                    parts.get(i).failed(why);
                }
            }
        }
    }

    private SpooledRequest request(Part part) {
        var request = part.request();
        return new SpooledRequest(
                ids.next(),
                request.sender,
                request.raw.dialect(),
                request.raw.body(),
                request.at,
                part.places().stream().map(request.detections::get).toList(),
                request.key);
    }

    static Part part(SpooledRequest spooled) {
        var raw = new RawRequest(spooled.dialect(), spooled.body());
        var request = new Request(
                spooled.sender(), raw, spooled.detections(), spooled.receivedAt(), spooled.id(), spooled.key());
        return whole(request);
    }

    /** The request as one part. */
    static Part whole(Request request) {
        request.isCutInto(1);
        return new Part(
                request, IntStream.range(0, request.detections.size()).boxed().toList());
    }
}
