package io.kubevirtnet.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong now = new AtomicLong();
  private final Pace pace = new Pace(now::get);

  @Test
  void standsStillWhenNothingMovesForAWhile() {
    later(Duration.ofMillis(1_400));
    assertThat(pace.isStill()).isFalse();

    later(Duration.ofMillis(100));
    assertThat(pace.isStill()).isTrue();
  }

  @Test
  void isMorePatientWithAProgramThatWasSlow() {
    later(Duration.ofSeconds(2));
    pace.moved();

    later(Duration.ofSeconds(9));
    assertThat(pace.isStill()).isFalse();

    later(Duration.ofSeconds(1));
    assertThat(pace.isStill()).isTrue();
  }

  @Test
  void isNeverPatientForVeryLong() {
    later(Duration.ofHours(1));
    pace.moved();

    assertThat(pace.patience()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void neverStandsStillWhileSomebodyElseHasToAnswer() {
    pace.began();
    later(Duration.ofMinutes(5));
    assertThat(pace.isStill()).isFalse();

    pace.ended();
    later(Duration.ofMillis(1_400));
    assertThat(pace.isStill()).isFalse();

    later(Duration.ofMillis(100));
    assertThat(pace.isStill()).isTrue();
  }

  @Test
  void waitsForTheLastOfSeveralAnswers() {
    pace.began();
    pace.began();
    pace.ended();
    later(Duration.ofMinutes(5));

    assertThat(pace.isStill()).isFalse();
  }

  private void later(Duration by) {
    now.addAndGet(by.toNanos());
  }
}
