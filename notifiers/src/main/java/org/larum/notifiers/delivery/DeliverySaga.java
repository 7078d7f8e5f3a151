package org.larum.notifiers.delivery;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
import org.larum.domain.notification.NotificationEvent.DeliveryFailed;
import org.larum.domain.notification.NotificationEvent.NotificationDropped;
import org.larum.domain.notification.NotificationEvent.NotificationGivenUp;
import org.larum.domain.notification.NotificationEvent.NotificationRequested;
import org.larum.domain.notification.NotificationEvent.NotificationSent;
import org.larum.domain.notification.NotificationId;

/**
 * From the request of a notification to its known end.
 *
 * <pre>
 * requested --> sent                       (the attempt that came with the request)
 *           --> failed --> scheduled again  (up to four attempts)
 *                      --> given up         (no attempt left)
 *           --> given up | dropped          (refused for good, or no longer wanted)
 * </pre>
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class DeliverySaga {

    private @Nullable NotificationId notification;

    @StartSaga
    @SagaEventHandler(associationProperty = "notification")
    public void on(NotificationRequested e) {
        notification = e.notification();
    }

    @SagaEventHandler(associationProperty = "notification")
    public void on(DeliveryFailed e, CommandGateway commands, Jitter jitter) {
        commands.sendAndWait(RetrySchedule.after(e, jitter.next()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "notification")
    public void on(NotificationSent e) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "notification")
    public void on(NotificationGivenUp e) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "notification")
    public void on(NotificationDropped e) {}
}
