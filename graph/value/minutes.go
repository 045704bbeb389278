package value

import (
	"math"
	"strconv"
	"time"
)

// Minutes is a wait or a difference as it is told: in whole minutes, rounded up;
// "" for none.
func Minutes(wait time.Duration) string {
	if wait <= 0 {
		return ""
	}
	return strconv.Itoa(int(math.Ceil(wait.Minutes())))
}
