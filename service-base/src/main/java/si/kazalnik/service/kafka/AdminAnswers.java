package si.kazalnik.service.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** What an admin client is answered, waited for. */
public final class AdminAnswers {

  private AdminAnswers() {}

  /**
   * The answer.
   *
   * @param failure what is said where there is none
   * @throws KafkaException where there is none in time, or the thread is interrupted
   */
  public static <T> T within(Duration time, KafkaFuture<T> answer, String failure) {
    try {
      return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", stopped);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException(failure, e);
    }
  }
}
