Weo+YKl9puoxTlRx+3b1H+VGlWd6uld31c9kOzm6OQAF7Ep6w6rBtet/wSMq3FP/oMb/evkxU+cPcDgeS2MbBw==
